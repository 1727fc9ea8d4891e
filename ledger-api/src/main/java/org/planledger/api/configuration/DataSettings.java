package org.planledger.api.configuration;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the embedded database lies, for as long as no other is named.
///
/// @param folder holds the ledger's file and its secrets; made when it is missing
@Validated
@ConfigurationProperties("ledger.data")
record DataSettings(@DefaultValue("data") Path folder) {}
