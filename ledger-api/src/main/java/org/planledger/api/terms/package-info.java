/// What the terms say: models and what has to be sent in for them, regions, and whole editions.
@NullMarked
package org.planledger.api.terms;

import org.jspecify.annotations.NullMarked;
