package org.planledger.api.finance.matches;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.planledger.api.command.PersonName;
import org.planledger.api.json.Lines;
import org.planledger.core.finance.matching.RemainderAccount;

/// Says which lines are for which fees.
record MatchByHandRequest(
    @Schema(description = "The ids of the fees.") @Size(min = 1, max = 100) List<String> feeIds,
    @Schema(description = "The lines, by file and number.") @Size(min = 1, max = 100)
        List<LineRequest> lines,
    @Schema(description = "Where a difference is booked; left out, it stays an exception.")
        Optional<RemainderAccount> remainderAccount,
    @Size(max = 1000) @Lines String reason,
    @Schema(description = "Who else has agreed; needed above the limit of one person.")
        @Size(max = PersonName.MAX_CHARACTERS)
        @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
        Optional<String> approvedBy) {}
