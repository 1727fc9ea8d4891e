/// Selling plans, binding their devices, and reading them as they are and as they were.
@NullMarked
package org.planledger.api.plans;

import org.jspecify.annotations.NullMarked;
