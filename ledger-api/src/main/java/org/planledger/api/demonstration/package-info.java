/// The demonstration book: some plans with their lives, told to the ledger as anybody else
/// would tell it, by commands.
@NullMarked
package org.planledger.api.demonstration;

import org.jspecify.annotations.NullMarked;
