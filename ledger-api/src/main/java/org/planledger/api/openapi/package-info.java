/// The description of the API for programs (OpenAPI 3.1). What requests hold comes from the same
/// shapes by which they are read, and what answers hold from their records, so it cannot say
/// anything else than what the server does.
@NullMarked
package org.planledger.api.openapi;

import org.jspecify.annotations.NullMarked;
