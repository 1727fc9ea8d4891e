/// The chain of devices that a plan has covered, and what each device is now.
@NullMarked
package org.planledger.projections.lineage;

import org.jspecify.annotations.NullMarked;
