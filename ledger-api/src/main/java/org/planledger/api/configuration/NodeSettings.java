package org.planledger.api.configuration;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// This process among those that may work on the same ledger.
///
/// @param id names it to the others, so that two never read on from the same place; the same name
///     after a restart goes on at once, another one waits for the first one's claim to end. Left
///     out, it is drawn at each start, except in an embedded ledger, which has one process only
/// @param alone whether no other process writes to this ledger, so that plans kept in memory need
///     no second look; left out, an embedded ledger's is alone and no other
@Validated
@ConfigurationProperties("ledger.node")
record NodeSettings(
    @Pattern(regexp = "[A-Za-z0-9._-]{0,80}", message = "must be a plain name") @Nullable String id,
    @Nullable Boolean alone) {}
