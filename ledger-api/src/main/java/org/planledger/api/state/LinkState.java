package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.Link;
import org.planledger.core.plan.LinkKind;

/// A link of an account or a controller to a device.
@Schema(name = "Link")
public record LinkState(
    String deviceId,
    LinkKind kind,
    Instant from,
    @Schema(description = "When it was removed; null while it lasts.") @Nullable Instant until) {

  static LinkState of(Link link) {
    return new LinkState(
        link.device().value(), link.kind(), link.from(), link.until().orElse(null));
  }
}
