package org.planledger.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planledger.core.terms.Terms;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the documents that hold the terms. Reading is strict: an unknown, missing or doubled
/// field, a name nothing declares or a fee that is missing refuses the document, and all problems
/// are reported together.
public final class TermsFile {

  /// The released editions with their digests, in the form that `sha256sum --check` reads.
  static final String INDEX = "editions.sha256";

  private static final String FOLDER = "/terms/";

  private static final Pattern INDEX_LINE = Pattern.compile("([0-9a-f]{64})  ([^/ ]+)");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private TermsFile() {}

  /// The terms a document holds.
  ///
  /// @param fileName how problems call it
  /// @param bytes its content, whose digest the terms carry
  /// @throws TermsFileException if anything in it is wrong
  public static Terms read(String fileName, byte[] bytes) {
    TermsFileProblems problems = new TermsFileProblems(fileName);
    TermsFileNode root = new TermsFileNode("", parse(fileName, bytes), problems);
    TermsFileDocument document = TermsFileDocument.read(root);
    TermsFileChecks.check(document, problems);
    new TermsFileTariffChecks(document, problems).check();
    problems.throwIfAny();
    return new Terms(TermsFileContent.of(document), sha256(bytes));
  }

  /// Every edition that is released with this program, oldest first. A released document never
  /// changes: one whose digest is not the recorded one is refused.
  ///
  /// @throws TermsFileException if a document is missing, altered or wrong
  public static List<Terms> released() {
    return released(new String(resource(INDEX), StandardCharsets.UTF_8), TermsFile::resource);
  }

  /// As [#released()], with the lines of the index and what reads the document of a name.
  static List<Terms> released(String index, Function<String, byte[]> documents) {
    List<Terms> editions = new ArrayList<>();
    List<TermsFileException> refused = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String line : index.lines().toList()) {
      try {
        Matcher entry = INDEX_LINE.matcher(line);
        if (!entry.matches()) {
          throw refused(INDEX, "", "expected a digest, two spaces and a name: '" + line + "'");
        }
        String name = entry.group(2);
        if (!names.add(name)) {
          throw refused(INDEX, "", name + " is listed twice: an edition has one line");
        }
        editions.add(read(name, documents.apply(name), entry.group(1)));
      } catch (TermsFileException problem) {
        refused.add(problem);
      }
    }
    if (!refused.isEmpty()) {
      throw TermsFileException.together(refused);
    }
    if (editions.isEmpty()) {
      throw refused(INDEX, "", "no edition is listed, so nothing could be sold");
    }
    editions.sort(Comparator.comparing(terms -> terms.edition().id()));
    return List.copyOf(editions);
  }

  /// As [#read(String, byte[])], for a document whose digest is recorded.
  ///
  /// @throws TermsFileException also if the digest of the bytes is another one or the edition is
  ///     not the one the document is named after
  static Terms read(String fileName, byte[] bytes, String recordedSha256) {
    String actual = sha256(bytes);
    if (!actual.equals(recordedSha256)) {
      throw refused(
          fileName,
          "",
          "the document was altered after its release: its SHA-256 is "
              + actual
              + " and "
              + INDEX
              + " records "
              + recordedSha256
              + "; restore it, or release the change as an edition of its own");
    }
    Terms terms = read(fileName, bytes);
    String expected = terms.edition().id() + ".json";
    if (!fileName.equals(expected)) {
      throw refused(fileName, "/edition", "a document of this edition is named " + expected);
    }
    return terms;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static JsonNode parse(String fileName, byte[] bytes) {
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      try {
        JsonNode tree = MAPPER.readTree(parser);
        if (tree == null || tree.isMissingNode()) {
          throw refused(fileName, "", "the document is empty");
        }
        return tree;
      } catch (JacksonException broken) {
        throw refused(
            fileName,
            parser.streamReadContext().pathAsPointer().toString(),
            broken.getOriginalMessage() + " (line " + parser.currentLocation().getLineNr() + ")");
      }
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = TermsFile.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw refused(
            name,
            "",
            "the document is not among the resources of the program, but listed in " + INDEX);
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, broken);
    }
  }

  private static TermsFileException refused(String file, String path, String reason) {
    return new TermsFileException(file, List.of(new TermsFileException.Problem(path, reason)));
  }
}
