package org.planledger.api.terms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;

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
        String body) {

  static ModelAnswer of(Model model) {
    return new ModelAnswer(
        model.code().code(),
        model.name(),
        model.line(),
        List.copyOf(model.offered()),
        model.flyaway(),
        model.remoteController(),
        model.international(),
        model.parts().stream().map(Part::code).toList(),
        model.body().code());
  }
}
