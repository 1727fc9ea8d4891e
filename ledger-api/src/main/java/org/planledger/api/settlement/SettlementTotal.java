package org.planledger.api.settlement;

import io.swagger.v3.oas.annotations.media.Schema;

/// What the lines of a file that settle in one currency come to.
///
/// @param currency in which they settle
/// @param lines how many there are
/// @param feeMinor what the processor kept, in minor units
/// @param netMinor what arrives
@Schema(name = "SettlementTotal")
public record SettlementTotal(
    String currency,
    int lines,
    @Schema(description = "What the processor kept, in minor units.") long feeMinor,
    @Schema(description = "What arrives, in minor units; below zero leaves us.") long netMinor) {}
