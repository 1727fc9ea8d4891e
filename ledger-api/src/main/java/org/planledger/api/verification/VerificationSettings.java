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
@Validated
@ConfigurationProperties("ledger.verification")
record VerificationSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("PT24H") Duration interval,
    @DefaultValue("PT30M") Duration initialDelay) {}
