package org.planledger.api.terms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.FeeAnswer;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Quantity;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// What a service covers of a model; for a replacement, what has to be sent in.
@Schema(name = "Parts")
record PartsAnswer(String edition, String model, Service service, List<PartAnswer> parts) {

  /// One component.
  @Schema(name = "CoveredPart")
  record PartAnswer(
      String part,
      @Schema(description = "Pairs of propellers count as pairs; null for as many as there are.")
          @Nullable Integer quantity,
      @Schema(description = "Whether it has to be sent in before a replacement is shipped.")
          boolean toBeSentIn,
      @Schema(description = "Whether it carries the serial and cannot be paid for instead.")
          boolean body,
      @Schema(description = "What one costs where it is missing, in the region that was asked for.")
          @Nullable FeeAnswer material,
      @Schema(
              description =
                  "Months of official warranty that the region gives on it, if nothing else is"
                      + " said at the binding.")
          @Nullable Integer warrantyMonths) {}

  static PartsAnswer of(Terms terms, Model model, Service service, Optional<RegionCode> region) {
    var required =
        service == Service.REPLACEMENT
            ? terms.requiredParts(model.code())
            : Map.<Part, Integer>of();
    var stated = terms.coverage(service, model.code());
    var parts =
        Stream.concat(
                required.keySet().stream(),
                terms.coveredParts(service, model.code()).stream()
                    .filter(part -> service != Service.REPLACEMENT || required.containsKey(part)))
            .distinct()
            .sorted(Comparator.comparing(Part::code))
            .map(
                part ->
                    new PartAnswer(
                        part.code(),
                        quantity(required.get(part), stated.get(part)),
                        required.containsKey(part),
                        part.equals(model.body()),
                        region
                            .flatMap(code -> terms.materialPrice(code, model.code(), part))
                            .map(FeeAnswer::of)
                            .orElse(null),
                        region
                            .map(code -> terms.warrantyMonths(code, model.code()).get(part))
                            .orElse(null)))
            .toList();
    return new PartsAnswer(terms.edition().id(), model.code().code(), service, parts);
  }

  private static @Nullable Integer quantity(@Nullable Integer required, @Nullable Quantity stated) {
    return required == null && stated instanceof Quantity.Count(int number) ? number : required;
  }
}
