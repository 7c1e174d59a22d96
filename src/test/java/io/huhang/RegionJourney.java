package io.huhang;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.organization.Person;
import io.huhang.process.RegionApplicationProcess;
import io.huhang.region.RegionDesk;
import io.huhang.region.RegionElectronicReception;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionPaperItems;
import io.huhang.region.RegionSealing;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

import org.springframework.context.ApplicationContext;

/** One region application on its way from 填报 to 签收, a step at a time. */
public final class RegionJourney {

	/** The step that joint applications have beside the others. */
	public static final String CONSENT = "consentRegionApplication";

	/** The user tasks: those of a joint application first, then those of a single one. */
	public static final List<String> STEPS = List.of(CONSENT, "fillRegionApplication", "reviewRegionApplication",
			"approveRegionApplication", "sealRegionApplication", "registerRegionPaper", "confirmRegionElectronicSet",
			"correctRegionElectronicSet");

	private final Regions regions;

	private final ProcessEngine engine;

	private final Attachments attachments;

	private final Party party;

	private final RegionForms form;

	private final String number;

	/** Who walks: those of the authority that applies, or of the one that leads. */
	public record Party(Person officer, Person head, Person leader) {
	}

	private RegionJourney(ApplicationContext product, Party party, String mode) {
		this.regions = new Regions(product);
		this.engine = product.getBean(ProcessEngine.class);
		this.attachments = product.getBean(Attachments.class);
		this.party = party;
		this.form = RegionApplicationProcess.JOINT.equals(mode) ? RegionForms.jointly("OVERALL")
				: RegionForms.aRegion("OVERALL");
		this.number = this.regions.open(party.officer(), "OVERALL", mode);
	}

	/** Opens an application of this authority alone. */
	public static RegionJourney alone(ApplicationContext product, Party party) {
		return new RegionJourney(product, party, "SINGLE");
	}

	/** Opens an application that this authority leads. */
	public static RegionJourney jointly(ApplicationContext product, Party lead) {
		return new RegionJourney(product, lead, RegionApplicationProcess.JOINT);
	}

	public String number() {
		return this.number;
	}

	/** The open task of this step. */
	public Task task(String step) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(this.number)
			.taskDefinitionKey(step)
			.singleResult();
	}

	/** A file that proves what annex 2 says; answers its id. */
	public String attach() {
		return this.attachments
			.add(this.number, RegionDesk.PROOF, "样例.pdf", new ByteArrayInputStream(SampleFiles.pdf(1)),
					this.party.officer().id())
			.id()
			.toString();
	}

	/** Does what the open task asks for, so that the next one is open. */
	public void takeNext() {
		// The first time something differs.
		if (task(RegionElectronicReception.COMPARISON) != null) {
			this.regions.compare(this.number, Map.of(RegionPaperItems.BOUND, "扫描件不清晰。"));
			return;
		}
		String step = this.regions.task(this.number).getTaskDefinitionKey();
		switch (step) {
			case "fillRegionApplication" -> this.regions.fillIn(this.number, this.party.officer(), this.form);
			case "reviewRegionApplication" -> this.regions.decide(this.number, this.party.head(), "PASS");
			case "approveRegionApplication" -> this.regions.approve(this.number, this.party.leader(), "PASS");
			case "sealRegionApplication" -> this.regions.seal(this.number, this.party.officer(), RegionSealing.ALONE);
			default -> throw new IllegalArgumentException(step);
		}
	}

}
