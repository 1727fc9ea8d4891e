/// What other terms would have made of the past, asked for over HTTP.
@NullMarked
package org.planledger.api.simulation;

import org.jspecify.annotations.NullMarked;
