package org.planledger.api.settlement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How far an import goes.
///
/// @param folder where a file lies while it is imported; made when it is missing, for its owner
///     alone
/// @param maxBytes how large a file may be
/// @param maxRecords how many records it may have
/// @param maxQuarantined how many of them may be unreadable before all of it is refused
@Validated
@ConfigurationProperties("ledger.settlement")
record SettlementSettings(
    @DefaultValue("data/imports") Path folder,
    @Min(1) @Max(4L << 30) @DefaultValue("1073741824") long maxBytes,
    @Min(1) @Max(20_000_000) @DefaultValue("5000000") int maxRecords,
    @Min(0) @Max(1_000_000) @DefaultValue("10000") int maxQuarantined) {}
