@NullMarked
package org.planledger.core.simulation;

import org.jspecify.annotations.NullMarked;
