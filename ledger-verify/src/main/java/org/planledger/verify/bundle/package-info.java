/// What is handed out about one plan, or about a stream that does not exist, and its checks.
@NullMarked
package org.planledger.verify.bundle;

import org.jspecify.annotations.NullMarked;
