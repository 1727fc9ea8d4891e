package org.planledger.api.sweep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When sweeps run and how much they take on.
///
/// @param enabled whether one begins by itself; on demand one can always be begun
/// @param interval how long after the end of one the next begins
/// @param initialDelay how long after the start of the program the first begins
/// @param batch how many plans are listed at once
/// @param parallel how many plans are looked at side by side
@Validated
@ConfigurationProperties("ledger.sweep")
record SweepSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("PT24H") Duration interval,
    @DefaultValue("PT10M") Duration initialDelay,
    @DefaultValue("200") int batch,
    @DefaultValue("4") int parallel) {}
