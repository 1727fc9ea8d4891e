/// The books of finance over HTTP: runs of the matching, what they found, what people did about it,
/// and months that are closed.
@NullMarked
package org.planledger.api.finance;

import org.jspecify.annotations.NullMarked;
