package org.planledger.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.junit.jupiter.api.Test;

/// A new command, event or outcome must be followed by a list of compile errors: one in every place
/// that has to know about it. A `default`, or a case that takes all, would swallow them.
class SwitchingOverSealedTypesTest {

  @Test
  void a_switch_over_a_sealed_type_of_ours_names_every_case() {
    MainSources sources = MainSources.read();
    List<String> catchAlls = new ArrayList<>();
    for (CompilationUnitTree unit : sources.units()) {
      new CatchAllFinder(sources, unit, catchAlls).scan(unit, null);
    }
    assertThat(catchAlls).isEmpty();
  }

  private static final class CatchAllFinder extends TreePathScanner<Void, Void> {
    private final MainSources sources;
    private final CompilationUnitTree unit;
    private final List<String> found;

    CatchAllFinder(MainSources sources, CompilationUnitTree unit, List<String> found) {
      this.sources = sources;
      this.unit = unit;
      this.found = found;
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void nothing) {
      check(tree.getExpression(), tree.getCases());
      return super.visitSwitch(tree, null);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
      check(tree.getExpression(), tree.getCases());
      return super.visitSwitchExpression(tree, null);
    }

    private void check(ExpressionTree selector, List<? extends CaseTree> cases) {
      TypeElement selected = typeOf(selector);
      if (selected == null || !isSealedAndOurs(selected)) {
        return;
      }
      for (CaseTree one : cases) {
        for (CaseLabelTree label : one.getLabels()) {
          if (takesAll(label, selected, one)) {
            found.add(sources.place(unit, label) + " takes every " + selected.getSimpleName());
          }
        }
      }
    }

    private boolean takesAll(CaseLabelTree label, TypeElement selected, CaseTree one) {
      if (label instanceof DefaultCaseLabelTree) {
        return true;
      }
      return one.getGuard() == null
          && label instanceof PatternCaseLabelTree pattern
          && pattern.getPattern() instanceof BindingPatternTree binding
          && selected.equals(typeOf(binding.getVariable().getType()));
    }

    private TypeElement typeOf(Tree tree) {
      TypeMirror type = sources.trees().getTypeMirror(TreePath.getPath(unit, tree));
      while (type instanceof TypeVariable variable) {
        type = variable.getUpperBound();
      }
      Element element = type instanceof DeclaredType declared ? declared.asElement() : null;
      return element instanceof TypeElement declared ? declared : null;
    }

    private static boolean isSealedAndOurs(TypeElement type) {
      return type.getModifiers().contains(Modifier.SEALED)
          && type.getQualifiedName().toString().startsWith("org.planledger.");
    }
  }
}
