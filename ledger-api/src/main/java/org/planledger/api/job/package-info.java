/// Work that takes longer than a request: it is begun by one request and looked at by others.
@NullMarked
package org.planledger.api.job;

import org.jspecify.annotations.NullMarked;
