package org.planledger.core.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the sources say about their types: the comment above each, without its markup.
final class SourceDocs {

  private static final Pattern REFERENCE = Pattern.compile("\\[#?(?:\\w+#)?([\\w.]+)\\]");

  private final Path sources;
  private final Map<Path, String> texts = new HashMap<>();

  /// @param repository the folder of the whole repository
  SourceDocs(Path repository) {
    this.sources = repository.resolve("ledger-core/src/main/java");
  }

  /// The folder of the whole repository: the first upwards that has the Maven wrapper.
  static Path repository() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /// What a type is.
  Optional<String> of(Class<?> type) {
    return Optional.ofNullable(sections(comment(type)).get(""));
  }

  /// What a component of a record is, by the record's own word.
  Optional<String> of(Class<?> type, String component) {
    return Optional.ofNullable(sections(comment(type)).get(component));
  }

  /// What a method of an interface gives.
  Optional<String> ofMethod(Class<?> type, String method) {
    return comment("\\h*[\\w.<>]+ " + Pattern.quote(method) + "\\(\\);", body(type, text(type)))
        .map(found -> sections(found).get(""));
  }

  private String comment(Class<?> type) {
    var declaration =
        "(?:\\h*@.*\\n)*\\h*(?:(?:public|private|static|final|sealed|non-sealed) )*"
            + "(?:record|enum|class|interface) "
            + type.getSimpleName()
            + "\\b";
    return comment(declaration, text(type)).orElse("");
  }

  private static Optional<String> comment(String declaration, String text) {
    var found = Pattern.compile("((?:^\\h*///.*\\n)+)" + declaration, Pattern.MULTILINE);
    return found
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .findFirst()
        .map(comment -> comment.replaceAll("(?m)^\\h*/// ?", ""));
  }

  /// From the declaration of a type on, so that a method is not found in another one before it.
  private static String body(Class<?> type, String text) {
    return text.substring(Math.max(0, text.indexOf("interface " + type.getSimpleName())));
  }

  /// The text of a comment by what it is about: the component, or nothing for the whole.
  private static Map<String, String> sections(String comment) {
    var sections = new LinkedHashMap<String, StringBuilder>();
    var current = "";
    for (var line : comment.split("\n", -1)) {
      if (line.startsWith("@param ")) {
        var words = line.split(" ", 3);
        current = words[1];
        sections.computeIfAbsent(current, _ -> new StringBuilder()).append(words[2]);
      } else if (line.startsWith("@")) {
        current = "@";
      } else {
        sections
            .computeIfAbsent(current, _ -> new StringBuilder())
            .append(' ')
            .append(line.strip());
      }
    }
    return sections.entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), plain(entry.getValue().toString())))
        .filter(entry -> !entry.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String plain(String text) {
    var words = REFERENCE.matcher(text.strip().replaceAll("\\s+", " ")).replaceAll("$1");
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private String text(Class<?> type) {
    var top = type;
    while (top.getEnclosingClass() != null) {
      top = top.getEnclosingClass();
    }
    return texts.computeIfAbsent(
        sources.resolve(top.getName().replace('.', '/') + ".java"), SourceDocs::read);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
