/// Views built anew beside the live ones, on demand, and how every view stands.
@NullMarked
package org.planledger.api.rebuild;

import org.jspecify.annotations.NullMarked;
