package org.planledger.api.answer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.planledger.core.terms.Window;

/// Days of cover.
@Schema(name = "Window")
public record WindowAnswer(
    LocalDate from,
    @Schema(description = "The first day that is not covered any more.") LocalDate until,
    @Schema(description = "The last day that is covered; null if there is none.")
        @Nullable LocalDate lastDay) {

  public static WindowAnswer of(Window window) {
    return new WindowAnswer(
        window.from(), window.until(), window.isEmpty() ? null : window.lastDay());
  }
}
