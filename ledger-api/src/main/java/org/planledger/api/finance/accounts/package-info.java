/// What runs and write-offs are in the accounts.
@NullMarked
package org.planledger.api.finance.accounts;

import org.jspecify.annotations.NullMarked;
