package org.planledger.api.terms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// A model of the product catalogue.
@Schema(name = "Model")
record ModelAnswer(
    String model,
    String name,
    @Schema(description = "The product line whose rows of the component matrix apply.") String line,
    List<Service> services,
    @Schema(description = "Whether a flyaway is answered by a replacement.") boolean flyaway,
    @Schema(description = "Whether it is flown with a remote controller, so that links matter.")
        boolean remoteController,
    @Schema(description = "Whether it is served outside the region of purchase.")
        boolean international,
    @Schema(description = "Its own components.") List<String> parts,
    @Schema(description = "The component that carries the serial and cannot be paid for instead.")
        String body,
    @Schema(description = "What comes with it and shares its repair discount when sent along.")
        List<String> accessories,
    @Schema(description = "The parts that maintenance replaces because they wear out.")
        List<String> easilyWornParts) {

  static ModelAnswer of(Terms terms, Model model) {
    return new ModelAnswer(
        model.code().code(),
        model.name(),
        model.line(),
        List.copyOf(model.offered()),
        model.flyaway(),
        model.remoteController(),
        model.international(),
        codes(model.parts()),
        model.body().code(),
        codes(terms.accessories(model.code())),
        codes(terms.easilyWornParts(model.code())));
  }

  private static List<String> codes(Collection<Part> parts) {
    return parts.stream().map(Part::code).toList();
  }
}
