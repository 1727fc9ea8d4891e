package org.planledger.api.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;

/// `public` is a promise to other packages, so each one must have a taker: another package of what
/// is shipped names the type or calls the method. A type also counts as taken when a promise that
/// is kept mentions it (in a signature, as a component of a record, as a case of a sealed type),
/// and anything counts as taken when a test of another package names it.
///
/// A package of which nothing is taken at all is still waiting for its first reader, and is left
/// alone. Nobody has to name what a framework finds by itself: whatever carries an annotation of
/// a framework, members of interfaces, the class that the virtual machine starts, a class that a
/// resource names (a trigger in a script, a service), methods that fulfil an interface, constants
/// of an enum, constructors that nobody wrote, and a class that is handed on by its name.
class SayingPublicTest {

  private static final Map<Path, String> TEXTS = new HashMap<>();

  @Test
  void nothing_public_goes_unused_outside_of_its_package() {
    MainSources sources = MainSources.read();
    Map<Element, String> promises = new LinkedHashMap<>();
    Set<Element> taken = new HashSet<>();
    for (CompilationUnitTree unit : sources.units()) {
      new PromiseFinder(sources, unit, promises).scan(unit, null);
      new UseFinder(sources, unit, taken).scan(unit, null);
    }
    Set<Element> kept = withAllTheyMention(union(taken, namedByTests(promises.keySet(), sources)));
    Set<Element> read = taken.stream().map(sources.elements()::getPackageOf).collect(toSet());
    List<String> unused =
        promises.keySet().stream()
            .filter(promise -> read.contains(sources.elements().getPackageOf(promise)))
            .filter(promise -> !kept.contains(promise))
            .map(promises::get)
            .toList();
    assertThat(unused).isEmpty();
  }

  private static Set<Element> union(Set<Element> some, Set<Element> others) {
    Set<Element> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static Set<Element> namedByTests(Set<Element> promises, MainSources sources) {
    return promises.stream().filter(promise -> isNamedByTests(promise, sources)).collect(toSet());
  }

  /// By its simple name, which is no proof but good enough for a habit.
  private static boolean isNamedByTests(Element promise, MainSources sources) {
    boolean constructor = promise.getKind() == ElementKind.CONSTRUCTOR;
    Element named = constructor ? promise.getEnclosingElement() : promise;
    Pattern name =
        Pattern.compile((constructor ? "new " : "") + "\\b" + named.getSimpleName() + "\\b");
    String home = sources.elements().getPackageOf(promise).getQualifiedName().toString();
    return Repository.testJavaFiles().stream()
        .filter(file -> !file.getParent().endsWith(Path.of(home.replace('.', '/'))))
        .anyMatch(file -> name.matcher(text(file)).find());
  }

  private static String text(Path file) {
    return TEXTS.computeIfAbsent(file, Repository::text);
  }

  private static Set<Element> withAllTheyMention(Set<Element> taken) {
    Set<Element> all = new HashSet<>(taken);
    Deque<Element> open = new ArrayDeque<>(taken);
    while (!open.isEmpty()) {
      mentionedBy(open.pop()).filter(all::add).forEach(open::push);
    }
    return all;
  }

  private static Stream<Element> mentionedBy(Element element) {
    Stream<? extends TypeMirror> types =
        switch (element) {
          case TypeElement type ->
              Stream.of(
                      Stream.of(type.getSuperclass()),
                      type.getInterfaces().stream(),
                      type.getPermittedSubclasses().stream(),
                      type.getRecordComponents().stream().map(Element::asType))
                  .flatMap(some -> some);
          case ExecutableElement method ->
              Stream.of(
                      Stream.of(method.getReturnType()),
                      method.getParameters().stream().map(Element::asType),
                      method.getThrownTypes().stream())
                  .flatMap(some -> some);
          case VariableElement field -> Stream.of(field.asType());
          default -> Stream.of();
        };
    Stream<Element> enclosing =
        Stream.ofNullable(element.getEnclosingElement()).filter(TypeElement.class::isInstance);
    return Stream.concat(types.flatMap(SayingPublicTest::namedIn), enclosing);
  }

  private static Stream<Element> namedIn(TypeMirror type) {
    return switch (type) {
      case DeclaredType declared ->
          Stream.concat(
              Stream.of(declared.asElement()),
              declared.getTypeArguments().stream().flatMap(SayingPublicTest::namedIn));
      case ArrayType array -> namedIn(array.getComponentType());
      case WildcardType wildcard ->
          Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
              .filter(bound -> bound != null)
              .flatMap(SayingPublicTest::namedIn);
      default -> Stream.of();
    };
  }

  /// Collects what says `public` in so many words, with its place.
  private static final class PromiseFinder extends TreePathScanner<Void, Void> {
    private final MainSources sources;
    private final CompilationUnitTree unit;
    private final Map<Element, String> promises;

    PromiseFinder(MainSources sources, CompilationUnitTree unit, Map<Element, String> promises) {
      this.sources = sources;
      this.unit = unit;
      this.promises = promises;
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      note(tree, tree.getModifiers());
      return super.visitClass(tree, null);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      note(tree, tree.getModifiers());
      return super.visitMethod(tree, null);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
      if (sources.trees().getElement(getCurrentPath()).getKind() != ElementKind.ENUM_CONSTANT) {
        note(tree, tree.getModifiers());
      }
      return super.visitVariable(tree, null);
    }

    private void note(Tree tree, ModifiersTree modifiers) {
      Element element = sources.trees().getElement(getCurrentPath());
      if (modifiers.getFlags().contains(Modifier.PUBLIC)
          && !element.getEnclosingElement().getKind().isInterface()
          && sources.elements().getOrigin(element) == Elements.Origin.EXPLICIT
          && !isReachedWithoutAName(element)) {
        promises.put(element, sources.place(unit, tree) + " " + element);
      }
    }

    private static boolean isReachedWithoutAName(Element element) {
      return element.getAnnotationMirrors().stream().anyMatch(PromiseFinder::saysWhoCalls)
          || isMain(element)
          || isNamedByAResource(element)
          || isConstructorOfRecord(element);
    }

    /// `@Override`, and everything that is neither the JDK's nor JSpecify's.
    private static boolean saysWhoCalls(AnnotationMirror annotation) {
      String name = annotation.getAnnotationType().toString();
      return name.equals(Override.class.getName())
          || !(name.startsWith("java.lang.") || name.startsWith("org.jspecify."));
    }

    private static boolean isMain(Element element) {
      return element.getSimpleName().contentEquals("main")
          || element.getEnclosedElements().stream()
              .anyMatch(member -> member.getSimpleName().contentEquals("main"));
    }

    /// The class itself, and the constructor that is then called.
    private static boolean isNamedByAResource(Element element) {
      return element instanceof TypeElement type
          ? Repository.resourcesName(type.getQualifiedName().toString()) || isHandedOnByName(type)
          : element.getKind() == ElementKind.CONSTRUCTOR
              && isNamedByAResource(element.getEnclosingElement());
    }

    private static boolean isHandedOnByName(TypeElement type) {
      return Repository.serverJavaFiles().stream()
          .anyMatch(file -> text(file).contains(type.getSimpleName() + ".class.getName()"));
    }

    /// The compiler wants it as visible as its record.
    private static boolean isConstructorOfRecord(Element element) {
      return element.getKind() == ElementKind.CONSTRUCTOR
          && element.getEnclosingElement().getKind() == ElementKind.RECORD;
    }
  }

  /// Collects every declaration that a file names and that belongs to another package.
  private static final class UseFinder extends TreePathScanner<Void, Void> {
    private final MainSources sources;
    private final Element here;
    private final Collection<Element> taken;

    UseFinder(MainSources sources, CompilationUnitTree unit, Collection<Element> taken) {
      this.sources = sources;
      this.here = sources.elements().getPackageElement(unit.getPackageName().toString());
      this.taken = taken;
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void nothing) {
      note();
      return super.visitIdentifier(tree, null);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
      note();
      return super.visitMemberSelect(tree, null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
      note();
      return super.visitMemberReference(tree, null);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void nothing) {
      note();
      return super.visitNewClass(tree, null);
    }

    private void note() {
      Element element = sources.trees().getElement(getCurrentPath());
      if (element == null
          || element.getKind() == ElementKind.PACKAGE
          || here.equals(sources.elements().getPackageOf(element))) {
        return;
      }
      taken.add(element);
    }
  }
}
