/// How documents of ours become values and back. Jackson is known here and nowhere further in.
@NullMarked
package org.planledger.core.json;

import org.jspecify.annotations.NullMarked;
