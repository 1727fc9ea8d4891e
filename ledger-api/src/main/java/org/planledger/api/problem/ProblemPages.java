package org.planledger.api.problem;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/// The pages behind the `type` of a problem, for people.
@Hidden
@RestController
final class ProblemPages {

  /// One page.
  @GetMapping(value = "/problems/{code}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(@PathVariable String code) {
    var name = code.toUpperCase(Locale.ROOT).replace('-', '_');
    return ResponseEntity.ok(
        technical(name)
            .or(() -> ground(name))
            .or(() -> warning(name))
            .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND)));
  }

  /// All of them.
  @GetMapping(value = "/problems", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> index() {
    var body =
        "<h2>Grounds of refusal</h2>\n"
            + links(RefusalCode.values(), code -> Explanation.of(code).title())
            + "<h2>Other problems</h2>\n"
            + links(ProblemType.values(), ProblemType::title)
            + "<h2>Warnings in decisions</h2>\n"
            + links(Notice.values(), notice -> Warning.of(notice).title());
    return ResponseEntity.ok(html("Problems", body));
  }

  private static Optional<String> technical(String name) {
    return named(ProblemType.values(), name)
        .map(
            type ->
                html(
                    type.title(),
                    "<p>Code %s, status %d</p>\n".formatted(code(type.name()), type.status())
                        + paragraph(type.meaning())
                        + "<h2>What helps</h2>\n"
                        + paragraph(type.help())));
  }

  private static Optional<String> ground(String name) {
    return named(RefusalCode.values(), name)
        .map(
            code -> {
              var explanation = Explanation.of(code);
              return html(
                  explanation.title(),
                  "<p>Code %s, status 422: a rule of the terms refused the command. The decision is"
                          .formatted(code(code.name()))
                      + " kept; nothing on the plan changed.</p>\n"
                      + "<h2>Rules that refuse with it</h2>\n"
                      + rules(code)
                      + "<h2>What helps</h2>\n"
                      + paragraph(explanation.help()));
            });
  }

  /// A warning that is a ground elsewhere shares its page.
  private static Optional<String> warning(String name) {
    return named(Notice.values(), name)
        .map(
            notice -> {
              var warning = Warning.of(notice);
              return html(
                  warning.title(),
                  "<p>Code %s: a notice in a decision. It refuses nothing.</p>\n"
                          .formatted(code(notice.name()))
                      + "<h2>What to look at</h2>\n"
                      + paragraph(warning.help()));
            });
  }

  private static String rules(RefusalCode code) {
    var rows =
        Arrays.stream(Rule.values())
            .filter(rule -> rule.code().filter(code::equals).isPresent())
            .map(
                rule ->
                    "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                        .formatted(text(rule.id()), text(rule.clause()), text(rule.sentence())))
            .collect(Collectors.joining());
    return rows.isEmpty()
        ? paragraph("No rule of the commands served so far.")
        : "<table>\n<tr><th>Rule</th><th>Clause</th><th>What must be so</th></tr>\n"
            + rows
            + "</table>\n";
  }

  private static <E extends Enum<E>> String links(E[] constants, Function<E, String> title) {
    return Arrays.stream(constants)
        .map(
            constant ->
                "<li><a href=\"%s\">%s</a> %s</li>\n"
                    .formatted(
                        ProblemType.address(constant.name()),
                        constant.name(),
                        text(title.apply(constant))))
        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  private static <E extends Enum<E>> Optional<E> named(E[] constants, String name) {
    return Arrays.stream(constants).filter(constant -> constant.name().equals(name)).findFirst();
  }

  /// Back quotes in the texts mark what is typed as it stands.
  private static String paragraph(String words) {
    return "<p>" + text(words).replaceAll("`([^`]*)`", "<code>$1</code>") + "</p>\n";
  }

  private static String code(String name) {
    return "<code>" + name + "</code>";
  }

  private static String text(String words) {
    return HtmlUtils.htmlEscape(words);
  }

  private static String html(String title, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>%1$s</title></head>
        <body>
        <h1>%1$s</h1>
        %2$s</body>
        </html>
        """
        .formatted(text(title), body);
  }
}
