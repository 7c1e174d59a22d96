package io.huhang.process.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.CaseApplicationProcess;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.process.RegionApplicationProcess;

/** For everyone who is not staff: what is not listed is closed. */
class OutsiderFence {

	private static final Map<Role, Set<String>> STARTABLE = Map.of(Role.APPLICANT, Set.of(CaseApplicationProcess.KEY),
			Role.OFFICER, Set.of(CaseRecommendationProcess.KEY, RegionApplicationProcess.KEY));

	private final EngineAccess engine;

	OutsiderFence(EngineAccess engine) {
		this.engine = engine;
	}

	Passage judge(WebappCall call) {
		return TasklistCalls.ALL.stream()
			.map(allowed -> judge(allowed, call))
			.flatMap(Optional::stream)
			.findFirst()
			.orElse(Passage.FORBIDDEN);
	}

	private Optional<Passage> judge(AllowedCall allowed, WebappCall call) {
		return allowed.match(call).map(values -> {
			Passage passage = judge(values, call.person());
			return (passage == Passage.OPEN && !allowed.body().allows(call.body(), call.person())) ? Passage.FORBIDDEN
					: passage;
		});
	}

	private Passage judge(Map<String, String> values, Person person) {
		if (values.containsKey("{self}") && !values.get("{self}").equals(person.id())) {
			return Passage.MISSING;
		}
		if (values.containsKey("{task}") && !this.engine.maySee(person.id(), values.get("{task}"))) {
			return Passage.MISSING;
		}
		if (values.containsKey("{startable}")
				&& !STARTABLE.getOrDefault(person.role(), Set.of()).contains(values.get("{startable}").split(":")[0])) {
			return Passage.FORBIDDEN;
		}
		return Passage.OPEN;
	}

}
