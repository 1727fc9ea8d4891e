package org.planledger.core.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// One class altered in one place.
///
/// @param place class and method
/// @param change what was altered
/// @param noticed whether a test failed, or never came to an end
record Mutant(String place, String change, boolean noticed) {
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");
  private static final Pattern OWNER = Pattern.compile("(\\w+/)+");
  private static final Pattern WHOLE_NAME = Pattern.compile(" for \\S+$");

  /// Every mutant of a report.
  static List<Mutant> in(Path report) {
    try {
      var document =
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile());
      var nodes = document.getElementsByTagName("mutation");
      var mutants = new ArrayList<Mutant>();
      for (int i = 0; i < nodes.getLength(); i++) {
        mutants.add(of((Element) nodes.item(i)));
      }
      return mutants;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(report + " is no report", e);
    }
  }

  private static Mutant of(Element mutation) {
    var type = text(mutation, "mutatedClass");
    var simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    var method = LAMBDA.matcher(text(mutation, "mutatedMethod")).replaceAll("$1");
    return new Mutant(
        simple + "." + method.replace("<init>", "new"),
        change(text(mutation, "description")),
        Boolean.parseBoolean(mutation.getAttribute("detected")));
  }

  /// In the words of the tool, without the packages and without the method it happened in.
  private static String change(String description) {
    var what = WHOLE_NAME.matcher(description).replaceAll("");
    return OWNER.matcher(what).replaceAll("").replace("::", ".");
  }

  private static String text(Element mutation, String tag) {
    return mutation.getElementsByTagName(tag).item(0).getTextContent();
  }
}
