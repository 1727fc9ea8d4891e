/// Lists across all plans, from the views, and the whole ledger in order.
@NullMarked
package org.planledger.api.lists;

import org.jspecify.annotations.NullMarked;
