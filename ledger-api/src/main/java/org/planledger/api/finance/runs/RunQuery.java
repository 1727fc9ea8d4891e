package org.planledger.api.finance.runs;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// Which runs are asked for.
record RunQuery(
    @Size(max = 7) @Pattern(regexp = Months.FORM, message = Months.IN_WORDS)
        Optional<String> period) {}
