package org.planledger.api.finance.matches;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// A settlement line by its place.
record LineRequest(
    @Min(1) @Max(Integer.MAX_VALUE) int file, @Min(1) @Max(Integer.MAX_VALUE) int line) {}
