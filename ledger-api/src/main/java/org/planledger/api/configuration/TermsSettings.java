package org.planledger.api.configuration;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which editions of the terms are no longer sold.
///
/// @param retired the first day on which an edition is not sold any more, by edition
@Validated
@ConfigurationProperties("ledger.terms")
record TermsSettings(@DefaultValue Map<String, LocalDate> retired) {}
