package org.planledger.api.simulation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How much memory simulations may take.
///
/// @param plans how many plans the book may have, because all of them are held folded
/// @param listed how many entries each list of a result names
@Validated
@ConfigurationProperties("ledger.simulation")
record SimulationSettings(@DefaultValue("100000") int plans, @DefaultValue("1000") int listed) {}
