package org.planledger.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list.
public record Page<T>(
    List<T> data,
    @Schema(description = "What `cursor` asks for the next page; null on the last one.")
        @Nullable String next,
    boolean hasMore) {}
