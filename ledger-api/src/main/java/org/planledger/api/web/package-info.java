/// What reads have in common: their parameters, the ids in their paths, pages and cursors.
@NullMarked
package org.planledger.api.web;

import org.jspecify.annotations.NullMarked;
