package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was recorded of one device.
@Schema(name = "HistoryFound")
record HistorySearchAnswer(
    String deviceId,
    String maskedSerial,
    @Schema(
            description =
                "Every plan that was bound to it. What happened to them without naming the device"
                    + " is at `GET /v1/history?planId=`.")
        List<UUID> planIds,
    @Schema(description = "The first events that name the device, oldest first.")
        List<HistoryRowAnswer> data,
    @Schema(description = "The `cursor` with which `GET /v1/history` goes on; null at the end.")
        @Nullable String next,
    boolean hasMore) {}
