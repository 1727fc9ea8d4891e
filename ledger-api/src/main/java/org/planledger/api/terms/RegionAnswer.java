package org.planledger.api.terms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Region;

/// A country or region in which plans are sold and served.
@Schema(name = "Region")
record RegionAnswer(
    String region,
    String name,
    @Schema(description = "The zone in which contract days are counted.") String zone,
    @Schema(description = "In which fees are quoted and paid.") String currency,
    @Schema(description = "Regions of one group count as one.") String coverageGroup,
    @Schema(description = "How a repair can be served.") List<Channel> channels,
    @Schema(description = "Whether the reward of a one-year plan waits for the official warranty.")
        boolean safeFlightAfterOfficialWarranty) {

  static RegionAnswer of(Region region) {
    return new RegionAnswer(
        region.code().code(),
        region.name(),
        region.zone().getId(),
        region.currency().getCurrencyCode(),
        region.coverageGroup(),
        List.copyOf(region.channels()),
        region.safeFlightAfterOfficialWarranty());
  }
}
