package org.planledger.core.rule;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planledger.core.plan.SimulatedBook;

/// What sources and tests say about the rules, and the document that is made of it.
///
/// @param decidedIn by rule, the source files that decide it, relative to the repository
/// @param proofs by rule, the tests that say they prove it, in alphabetical order
record RuleCatalogue(Map<Rule, List<Path>> decidedIn, Map<Rule, List<Proof>> proofs) {
  private static final Pattern MENTION = Pattern.compile("\\bRule\\.([A-Z][A-Z0-9_]*)\\b");
  private static final Path CORE = Path.of("ledger-core/src/main/java/org/planledger/core");

  /// One test and what it saw of a rule.
  record Proof(Method test, boolean holding) {
    String sentence() {
      return test.getName().replace('_', ' ');
    }

    String testClass() {
      return test.getDeclaringClass().getSimpleName();
    }
  }

  static RuleCatalogue read(Path repository) {
    return new RuleCatalogue(sources(repository), tests());
  }

  boolean proved(Rule rule, boolean holding) {
    return proofs.get(rule).stream().anyMatch(proof -> proof.holding() == holding);
  }

  String asMarkdown() {
    var lines = new StringBuilder(INTRODUCTION);
    for (var rule : Rule.values()) {
      lines.append(row(rule)).append('\n');
    }
    lines.append("\n## Where each rule is decided, and which tests prove it\n");
    for (var rule : Rule.values()) {
      lines.append(section(rule));
    }
    return lines.toString();
  }

  private static String row(Rule rule) {
    return "| [%s](#%s) | %s | %s | %s | %s |"
        .formatted(
            rule.id(),
            anchor(rule),
            rule.clause(),
            rule.sentence(),
            rule.code().map(code -> "`" + code + "`").orElse("–"),
            simulated(rule));
  }

  /// What the simulated book met of a rule. Only whether, not how often, so that the document is
  /// the same for every seed.
  private static String simulated(Rule rule) {
    var met = new ArrayList<String>();
    if (SimulatedBook.held(rule) > 0) {
      met.add("held");
    }
    if (SimulatedBook.refused(rule) > 0) {
      met.add("refused");
    } else if (SimulatedBook.denied(rule) > 0) {
      met.add("denied");
    }
    return String.join(", ", met);
  }

  private String section(Rule rule) {
    var section = new StringBuilder("\n### %s `%s`\n\n".formatted(rule.id(), rule));
    section.append(rule.sentence()).append(" Clause ").append(rule.clause());
    rule.code().ifPresent(code -> section.append(", otherwise `").append(code).append('`'));
    section.append(".\n\nDecided in ");
    section.append(decidedIn.get(rule).stream().map(RuleCatalogue::link).collect(joining(", ")));
    section.append(".\n\n");
    section.append(proofs(rule, true, "Holds")).append(proofs(rule, false, "Refuses"));
    return section.toString();
  }

  private String proofs(Rule rule, boolean holding, String word) {
    return proofs.get(rule).stream()
        .filter(proof -> proof.holding() == holding)
        .map(proof -> "- %s: *%s* (`%s`)\n".formatted(word, proof.sentence(), proof.testClass()))
        .collect(joining());
  }

  private static String link(Path file) {
    var name = file.getFileName().toString().replace(".java", "");
    return "[%s](../%s)".formatted(name, file.toString().replace('\\', '/'));
  }

  /// The anchor of a section as the usual renderers derive it from its heading.
  private static String anchor(Rule rule) {
    return (rule.id() + "-" + rule).toLowerCase(Locale.ROOT).replace(".", "");
  }

  private static Map<Rule, List<Path>> sources(Path repository) {
    var files = new EnumMap<Rule, TreeSet<Path>>(Rule.class);
    for (var rule : Rule.values()) {
      files.put(rule, new TreeSet<>());
    }
    for (var folder : List.of("plan", "device")) {
      for (var file : filesIn(repository.resolve(CORE).resolve(folder), ".java")) {
        var mention = MENTION.matcher(content(file));
        while (mention.find()) {
          files.get(Rule.valueOf(mention.group(1))).add(repository.relativize(file));
        }
      }
    }
    var decided = new EnumMap<Rule, List<Path>>(Rule.class);
    files.forEach((rule, found) -> decided.put(rule, List.copyOf(found)));
    return decided;
  }

  private static Map<Rule, List<Proof>> tests() {
    var proofs = new EnumMap<Rule, TreeMap<String, Proof>>(Rule.class);
    for (var rule : Rule.values()) {
      proofs.put(rule, new TreeMap<>());
    }
    testMethods()
        .filter(method -> method.isAnnotationPresent(Proves.class))
        .forEach(
            method -> {
              var proves = method.getAnnotation(Proves.class);
              add(proofs, proves.holding(), new Proof(method, true));
              add(proofs, proves.refusing(), new Proof(method, false));
            });
    var sorted = new EnumMap<Rule, List<Proof>>(Rule.class);
    proofs.forEach((rule, found) -> sorted.put(rule, List.copyOf(found.values())));
    return sorted;
  }

  private static void add(Map<Rule, TreeMap<String, Proof>> proofs, Rule[] rules, Proof proof) {
    for (var rule : rules) {
      var key = proof.holding() + " " + proof.testClass() + " " + proof.test().getName();
      proofs.get(rule).put(key, proof);
    }
  }

  private static Stream<Method> testMethods() {
    var root = rootOfTests();
    return filesIn(root.resolve("org/planledger/core"), "Test.class").stream()
        .map(file -> root.relativize(file).toString())
        .map(name -> name.replace('/', '.').replace('\\', '.').replace(".class", ""))
        .sorted()
        .flatMap(name -> Arrays.stream(load(name).getDeclaredMethods()));
  }

  private static Path rootOfTests() {
    try {
      return Path.of(Proves.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Proves.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> filesIn(Path folder, String ending) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String INTRODUCTION =
      """
      # The rules

      Every rule that the ledger decides, in the order of the catalogue. This file is made from the
      enum `Rule`, from the sources that use its constants and from the tests that prove them; a
      test fails when it is out of date and says how to make it anew.

      - An id that begins with `R` or `X` stands for a clause of the terms of service, `X` being an
        exclusion. One that begins with `A` is a decision of ours where the terms are silent or
        contradict themselves; its clause is the one it interprets. `Pre.4` is item 4 of the
        preamble.
      - Where a rule has a code, it can refuse a command with it. A refusal names all codes that
        apply at once, in the order of the enum `RefusalCode`. A rule without a code shapes what
        follows from a decision, and is shown there.
      - A test that is listed as holding or refusing fails unless a decision in it really met the
        rule that way.

      - The last column tells what a simulated book of 250,000 random commands met of the rule: that
        it held in a decision, that a decision was refused by it, or, where no decision asks for it
        alone, that an offer or an answer at the counter was denied for it.

      Two grounds are never found by the ledger itself, because nothing that it is told would show
      them: `SERIAL_REQUIRED` (a request without a serial cannot be put) and
      `THIRD_PARTY_NOT_AUTHORISED` (what somebody else charged never reaches the ledger; a person can
      state it when refusing a case). See
      [decision 24](decisions/0024-two-grounds-are-never-found-by-the-ledger-itself.md).

      | rule | clause | what has to be so | otherwise | simulated |
      |---|---|---|---|---|
      """;
}
