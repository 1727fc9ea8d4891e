package org.planledger.api.json;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planledger.api.problem.FlawCode;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;

/// How one kind of value of the domain is written as a text, and what can be wrong with it.
///
/// @param form the form of the text
/// @param inWords that form for people
/// @param example one that is right
/// @param of the value of a text of that form
/// @param objection what the terms or the value itself have against a text of that form
record Word<T>(
    Class<T> type,
    Pattern form,
    String inWords,
    String example,
    Function<String, T> of,
    BiFunction<String, TermsBook, Optional<Objection>> objection) {

  /// Why a text of the right form still is not a value.
  record Objection(FlawCode code, String detail) {}

  private static final String UPPER_SNAKE = "[A-Z][A-Z0-9]*(_[A-Z0-9]+)*";

  private static final List<Word<?>> ALL =
      List.of(
          new Word<>(
              RegionCode.class,
              Pattern.compile("[A-Z]{2}"),
              "a country or region by its two capital letters (ISO 3166-1 alpha-2)",
              "US",
              RegionCode::new,
              Word::unknownRegion),
          new Word<>(
              ModelCode.class,
              Pattern.compile(UPPER_SNAKE),
              "a model code: the product name without the brand in upper snake case",
              "MAVIC_3",
              ModelCode::new,
              (_, _) -> Optional.empty()),
          new Word<>(
              Part.class,
              Pattern.compile(UPPER_SNAKE),
              "the name of a component in upper snake case",
              "AIRCRAFT",
              Part::new,
              Word::unknownPart),
          new Word<>(
              Edition.class,
              Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])"),
              "an edition of the terms by year and month",
              "2022-10",
              Edition::new,
              // Whether it is on sale is for the rules to say.
              (_, _) -> Optional.empty()),
          new Word<>(
              ExclusionId.class,
              Pattern.compile("X-[A-Z]-[0-9]{2}"),
              "the id of an exclusion",
              "X-G-06",
              ExclusionId::new,
              Word::unknownExclusion),
          new Word<>(
              SerialNumber.class,
              Pattern.compile("[ !-~]{1,64}"),
              "a serial number: %d to %d printable ASCII characters, spaces not counted"
                  .formatted(
                      SerialNumber.MIN_LENGTH_CHARACTERS, SerialNumber.MAX_LENGTH_CHARACTERS),
              "1581F4XF12345678",
              SerialNumber::of,
              (text, _) ->
                  SerialNumber.objection(text)
                      .map(reason -> new Objection(FlawCode.BAD_FORMAT, reason))));

  /// The word for a type of the domain, if it is written as one.
  static Optional<Word<?>> of(Class<?> type) {
    return ALL.stream().filter(word -> word.type.equals(type)).findFirst();
  }

  private static Optional<Objection> unknownRegion(String code, TermsBook book) {
    return objection(
        book,
        terms -> terms.region(new RegionCode(code)).isPresent(),
        FlawCode.UNKNOWN_REGION,
        "no plan is sold or served there; known are " + names(book, Word::regionCodes));
  }

  private static Optional<Objection> unknownPart(String code, TermsBook book) {
    return objection(
        book,
        terms -> terms.knows(new Part(code)),
        FlawCode.UNKNOWN_PART,
        "no edition of the terms names this component; GET /v1/models/{model}/parts lists those of"
            + " a model");
  }

  private static Optional<Objection> unknownExclusion(String id, TermsBook book) {
    return objection(
        book,
        terms -> terms.exclusionIds().contains(id),
        FlawCode.UNKNOWN_EXCLUSION,
        "no edition of the terms has this exclusion; known are "
            + names(book, Terms::exclusionIds));
  }

  private static Optional<Objection> objection(
      TermsBook book, java.util.function.Predicate<Terms> known, FlawCode code, String detail) {
    return book.editions().stream().anyMatch(known)
        ? Optional.empty()
        : Optional.of(new Objection(code, detail));
  }

  private static String names(TermsBook book, Function<Terms, Collection<String>> names) {
    return book.editions().stream()
        .flatMap(terms -> names.apply(terms).stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }

  private static List<String> regionCodes(Terms terms) {
    return terms.regions().stream().map(region -> region.code().code()).toList();
  }
}
