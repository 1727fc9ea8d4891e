/// What runs leave in the database: matches, exceptions, standings of lines and fees, and what goes
/// over to the next month.
@NullMarked
package org.planledger.api.finance.findings;

import org.jspecify.annotations.NullMarked;
