/// The wiring: settings, databases, and every part of the machinery, each declared by name.
@NullMarked
package org.planledger.api.configuration;

import org.jspecify.annotations.NullMarked;
