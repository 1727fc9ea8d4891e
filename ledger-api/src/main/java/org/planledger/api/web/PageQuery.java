package org.planledger.api.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/// How long a page is asked to be.
record PageQuery(@Min(1) @Max(Paging.MAX_ROWS) Optional<Integer> pageSize) {}
