/// The fee ledger over HTTP: statements, the trial balance, and each movement with its entry.
@NullMarked
package org.planledger.api.statements;

import org.jspecify.annotations.NullMarked;
