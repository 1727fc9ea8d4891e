package org.planledger.verify.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The outcome of one command: what was found, and what can be said about what was looked at.
public final class Report {

  private static final Set<Byte> HIDDEN =
      Set.of(
          Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED);

  private final SequencedMap<String, Object> facts = new LinkedHashMap<>();
  private final Findings findings = new Findings();

  /// @param subject what was looked at, in a few words
  public Report(String subject) {
    facts.put("subject", subject);
  }

  /// Notes something: a text, a number, a list or a map of these.
  public void fact(String name, Object value) {
    facts.put(name, value);
  }

  public Findings findings() {
    return findings;
  }

  public boolean isGood() {
    return findings.isEmpty();
  }

  /// For a program: one line of JSON. Members are added in later versions, never renamed.
  public String json() {
    var all = new LinkedHashMap<String, Object>();
    all.put("verdict", isGood() ? "GOOD" : "TAMPERED");
    all.putAll(facts);
    all.put("findings", findings.kept().stream().map(Report::members).toList());
    all.put("findingsCount", findings.count());
    return JsonWriter.write(all);
  }

  /// The same where there is no report, because the input cannot be used.
  public static String unusableJson(String message) {
    var all = new LinkedHashMap<String, Object>();
    all.put("verdict", "UNUSABLE");
    all.put("message", message);
    return JsonWriter.write(all);
  }

  /// For a person: the verdict, then a line for each finding, then what was looked at.
  public String text() {
    var text = new StringBuilder();
    text.append(isGood() ? "GOOD      " : "TAMPERED  ")
        .append(printable(facts.get("subject")))
        .append('\n');
    for (Finding finding : findings.kept()) {
      text.append("  ").append(finding.check().text());
      finding
          .place()
          .members()
          .forEach(
              (name, value) -> text.append(", ").append(name).append(' ').append(printable(value)));
      text.append(":\n    ").append(printable(finding.message())).append('\n');
    }
    long more = findings.count() - findings.kept().size();
    if (more > 0) {
      text.append("  and %,d more%n".formatted(more));
    }
    facts.entrySet().stream().skip(1).forEach(fact -> append(text, fact.getKey(), fact.getValue()));
    return text.toString();
  }

  private static void append(StringBuilder text, String name, Object value) {
    if (value instanceof List<?> list) {
      list.forEach(element -> append(text, name, element));
      return;
    }
    text.append("  %-14s ".formatted(name));
    if (value instanceof Map<?, ?> map) {
      var separator = "";
      for (var entry : map.entrySet()) {
        text.append(separator).append(entry.getKey()).append(' ');
        text.append(printable(entry.getValue()));
        separator = ", ";
      }
    } else {
      text.append(printable(value));
    }
    text.append('\n');
  }

  /// A value from the input, without letters by which it could pretend on a terminal to be
  /// something else.
  public static String printable(@Nullable Object value) {
    var text = new StringBuilder();
    String.valueOf(value)
        .codePoints()
        .map(c -> HIDDEN.contains((byte) Character.getType(c)) ? 0xfffd : c)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  private static Map<String, Object> members(Finding finding) {
    var members = new LinkedHashMap<String, Object>();
    members.put("check", finding.check().text());
    members.putAll(finding.place().members());
    members.put("message", finding.message());
    return members;
  }
}
