package org.planledger.core.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.planledger.core.json.TermsFileCatalogue.Equipment;
import org.planledger.core.json.TermsFileCatalogue.Product;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Part;

/// Looks up what a document declares. Of a name that nothing declares it says where to declare it,
/// and which declared one may be meant; where the declarations could not be read it says nothing.
final class TermsFileNames {

  /// So many letters may be wrong, lacking or too many in a name that is still recognised.
  private static final int SLIPS = 2;

  private final TermsFileDocument document;
  private final TermsFileProblems problems;
  private final Map<ModelCode, Product> products = new LinkedHashMap<>();

  TermsFileNames(TermsFileDocument document, TermsFileProblems problems) {
    this.document = document;
    this.problems = problems;
    document.catalogue().products().forEach(one -> products.putIfAbsent(one.code(), one));
  }

  /// Every product under its code, in the order of the document.
  Map<ModelCode, Product> products() {
    return products;
  }

  void part(Part part, String path) {
    if (!document.matrix().parts().contains(part)) {
      unknown("part", part.code(), path, "/parts", codes(document.matrix().parts(), Part::code));
    }
  }

  boolean line(String line, String path) {
    boolean known = document.matrix().lines().contains(line);
    if (!known) {
      unknown("line", line, path, "/lines", document.matrix().lines());
    }
    return known;
  }

  void lineOrSeries(String name, String path) {
    List<String> names = new ArrayList<>(document.matrix().lines());
    names.addAll(document.matrix().matrix().lineGroups().keySet());
    if (!names.contains(name) && problems.readable("/lineGroups")) {
      unknown("line or series", name, path, "/lines", names);
    }
  }

  Optional<Product> product(ModelCode model, String path) {
    if (!products.containsKey(model)) {
      unknown("model", model.code(), path, "/products", codes(products.keySet(), ModelCode::code));
    }
    return Optional.ofNullable(products.get(model));
  }

  Optional<Equipment> equipment(String name, String path) {
    Map<String, Equipment> declared = document.catalogue().equipment();
    if (!declared.containsKey(name)) {
      unknown("equipment", name, path, "/equipment", declared.keySet());
    }
    return Optional.ofNullable(declared.get(name));
  }

  private void unknown(
      String kind, String name, String path, String where, Collection<String> declared) {
    problems.expect(
        !problems.readable(where),
        path,
        "unknown %s '%s': declare it under %s%s"
            .formatted(kind, name, where, suggestion(name, declared)));
  }

  private static String suggestion(String name, Collection<String> declared) {
    return declared.stream()
        .filter(candidate -> slips(name, candidate) <= SLIPS)
        .min(Comparator.comparingInt(candidate -> slips(name, candidate)))
        .map(candidate -> "; perhaps " + candidate + " is meant")
        .orElse("");
  }

  private static <T> List<String> codes(Collection<T> declared, Function<T, String> code) {
    return declared.stream().map(code).toList();
  }

  /// How many letters have to be changed, inserted or removed to get from one name to the other.
  private static int slips(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int above = row[j];
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[to.length()];
  }
}
