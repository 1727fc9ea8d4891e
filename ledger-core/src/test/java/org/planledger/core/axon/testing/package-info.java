/// Short ways for tests to bring plans into the state they need, by real commands through the door.
/// Published to the other modules with core's test jar.
@NullMarked
package org.planledger.core.axon.testing;

import org.jspecify.annotations.NullMarked;
