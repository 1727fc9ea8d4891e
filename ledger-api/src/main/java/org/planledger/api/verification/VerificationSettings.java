package org.planledger.api.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When the ledger is verified by itself.
///
/// @param enabled whether a verification begins by itself; on demand one can always be begun
/// @param interval how long after the end of one the next begins
/// @param initialDelay how long after the start of the program the first begins
/// @param kept how many are remembered with all their findings
/// @param keptFor how long one is remembered
@Validated
@ConfigurationProperties("ledger.verification")
record VerificationSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("PT24H") Duration interval,
    @DefaultValue("PT30M") Duration initialDelay,
    @DefaultValue("30") int kept,
    @DefaultValue("PT168H") Duration keptFor) {}
