package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Stage;
import org.planledger.core.terms.Channel;
import org.planledger.projections.casework.CaseView;
import org.planledger.projections.casework.Party;

/// A case in the list of cases.
@Schema(name = "CaseRow")
record CaseRowAnswer(
    UUID planId,
    UUID caseId,
    CaseType type,
    Channel process,
    Stage stage,
    String deviceId,
    String region,
    String centreId,
    Instant openedAt,
    @Schema(description = "The last day of the deadline that is running.")
        @Nullable LocalDate dueOn,
    @Schema(description = "The zone of that day.") @Nullable String dueIn,
    @Schema(description = "Who has the next move; null in a closed case.") @Nullable Party waitsFor,
    @Nullable Instant closedAt,
    @Schema(description = "The place of the last event that changed it.") long position) {

  static CaseRowAnswer of(CaseView view) {
    return new CaseRowAnswer(
        view.planId().value(),
        view.caseId().value(),
        view.type(),
        view.process(),
        view.stage(),
        view.deviceId().value(),
        view.region().code(),
        view.centreId(),
        view.openedAt(),
        view.dueOn().orElse(null),
        view.dueIn().map(ZoneId::getId).orElse(null),
        view.waitsFor().orElse(null),
        view.closedAt().orElse(null),
        view.position());
  }
}
