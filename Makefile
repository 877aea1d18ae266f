# Everything anyone needs to do here. Targets are thin: the work is in scripts/ and in the Maven modules.
.DEFAULT_GOAL := help
.PHONY: help run test story measure bench-risk rehearse-restore rehearse-upgrade planted-faults images format stop clean-data

help: ## this list
	@scripts/help

run: ## build what changed and run everything, with an invented borough, until Ctrl-C
	@scripts/run

test: ## build and test everything on real servers; the story comes last but for the images
	@scripts/test

story: ## only the story: from a missed council-tax instalment to an early-help task
	@scripts/story

measure: ## start, memory, latency and throughput on this machine, as name=value
	@scripts/measure

bench-risk: ## the risk service on two years of a borough, beside a bare loop, as name=value
	@scripts/bench-risk

rehearse-restore: ## lose all databases under load, restore them from a backup, count what became of everything
	@scripts/rehearse-restore

rehearse-upgrade: ## replace every instance of the release before under load, then grow topics, and count what went wrong
	@scripts/rehearse-upgrade

planted-faults: ## take what must not be lost out of the risk service, and see that its tests notice; minutes each
	@scripts/planted-faults

images: ## container images as tar files in target/images, without a container engine
	@scripts/images

format: ## bring all Java into the form that the build asks for
	@scripts/maven -q spotless:apply -pl '!deploy/embedded/servers'

stop: ## end a run that was started elsewhere
	@scripts/stop

clean-data: ## remove the data of make run
	@scripts/clean-data
