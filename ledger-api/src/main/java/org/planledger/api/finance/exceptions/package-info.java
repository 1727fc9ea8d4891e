/// Exceptions over HTTP: who has them, how old they are, what people said of them.
@NullMarked
package org.planledger.api.finance.exceptions;

import org.jspecify.annotations.NullMarked;
