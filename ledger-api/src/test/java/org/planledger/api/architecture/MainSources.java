package org.planledger.api.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The sources that all modules ship, read together and understood by the JDK's own compiler: every
/// name in them is resolved. For rules about what is written, which class files no longer tell.
///
/// @param units the files
/// @param trees what the names and expressions in them mean
/// @param elements the declarations
record MainSources(List<CompilationUnitTree> units, Trees trees, Elements elements) {

  /// Reads the sources of the modules. They must be free of errors.
  static MainSources read() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    StandardJavaFileManager files = compiler.getStandardFileManager(problems, Locale.ROOT, UTF_8);
    List<Path> sources =
        Repository.serverJavaFiles().stream().map(Repository.root()::resolve).toList();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                files,
                problems,
                List.of(
                    "-proc:none",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    // The benchmark measures the verifier, which nothing of the server knows.
                    "-sourcepath",
                    Repository.root().resolve("ledger-verify/src/main/java").toString()),
                null,
                files.getJavaFileObjectsFromPaths(sources));
    List<CompilationUnitTree> units = new ArrayList<>();
    try {
      task.parse().forEach(units::add);
      task.analyze();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    List<String> errors =
        problems.getDiagnostics().stream()
            .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
            .map(Object::toString)
            .toList();
    if (!errors.isEmpty()) {
      throw new IllegalStateException(
          "The sources cannot be understood with the class path of this test:\n"
              + String.join("\n", errors));
    }
    return new MainSources(List.copyOf(units), Trees.instance(task), task.getElements());
  }

  /// Where a tree stands, as `file:line`.
  String place(CompilationUnitTree unit, Tree tree) {
    long start = trees.getSourcePositions().getStartPosition(unit, tree);
    Path file = Repository.root().relativize(Path.of(unit.getSourceFile().toUri()));
    return file + ":" + unit.getLineMap().getLineNumber(start);
  }
}
