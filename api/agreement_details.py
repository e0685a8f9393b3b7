"""Agreement in detail: pairs, annotators, labels, calibration, consensus, methods."""

from django.http import Http404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.gzip import gzip_page
from drf_spectacular.utils import (
    OpenApiExample,
    extend_schema,
    extend_schema_serializer,
)
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Consensus, Role
from annotator.queries.consensus import ConsensusStanding, consensus_standing
from annotator.queries.label_figures import (
    calibration_figures,
    label_figures,
    methods_text,
)
from annotator.queries.pairs import pair_figure, pair_figures
from annotator.queries.standings import annotator_standings
from annotator.services.consensus import ask_for_consensus
from api import agreement_examples as examples
from api.figures import (
    LEVELS_USED,
    WEIGHTS_USED,
    BiasOutput,
    CoefficientOutput,
    Counted,
    FigureQuery,
    LabelCoefficient,
    ScopeQuery,
    Status,
    asked,
    scope_asked,
)
from api.requests import find_project


class Person(serializers.Serializer[object]):
    id = serializers.IntegerField()
    name = serializers.CharField()


class CountedLabels(Counted):
    labels = serializers.ListField(child=serializers.CharField())
    level = serializers.ChoiceField(choices=LEVELS_USED)


class PairCell(CoefficientOutput):
    one = serializers.IntegerField(help_text="The annotator with the lower id.")
    other = serializers.IntegerField()
    units = serializers.IntegerField(help_text="Claims that both answered.")
    percent_agreement = serializers.FloatField(help_text="Weighted as the kappa is.")
    bias = BiasOutput(help_text="Whether the two use the labels equally often.")


class Weighted(CountedLabels):
    weights = serializers.ChoiceField(choices=WEIGHTS_USED)


@extend_schema_serializer(examples=[OpenApiExample("Two annotators", examples.PAIRS)])
class PairsOutput(Weighted):
    enough_shared = serializers.IntegerField(
        help_text="Cells with fewer claims say little; show them gray."
    )
    annotators = Person(many=True, help_text="By ascending id.")
    cells = PairCell(
        many=True,
        help_text="Cohen's kappa of each two who share a claim, with an interval over "
        "claims; two who share none have no cell.",
    )


@extend_schema_serializer(examples=[OpenApiExample("Two annotators", examples.PAIR)])
class PairOutput(Weighted, PairCell):
    one = serializers.IntegerField(help_text="The first annotator of the path.")
    enough_shared = serializers.IntegerField(
        help_text="With fewer claims the figures say little."
    )
    confusion = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField()),
        help_text="Claims by the label of the first (row) and of the second (column).",
    )


class AnnotatorStanding(Person):
    units = serializers.IntegerField(help_text="Claims answered.")
    shared_units = serializers.IntegerField(help_text="Those answered by others too.")
    enough = serializers.BooleanField(
        help_text="Whether enough claims are shared; if not, all figures are null."
    )
    alpha_without = CoefficientOutput(
        allow_null=True, help_text="Alpha of all others' answers."
    )
    peer_kappa = CoefficientOutput(
        allow_null=True, help_text="Kappa with a peer drawn at random, over claims."
    )
    mean_kappa = CoefficientOutput(
        allow_null=True, help_text="The mean of the kappas with each other annotator."
    )
    pairs = serializers.IntegerField(
        allow_null=True, help_text="The annotators who are in `mean_kappa`."
    )
    bias = BiasOutput(
        allow_null=True, help_text="Whether they use the labels as their peers do."
    )
    error_rates = serializers.ListField(
        child=serializers.ListField(child=serializers.FloatField()),
        allow_null=True,
        help_text="By true label (row), how often each label is given: Dawid and "
        "Skene's model. Null without a consensus, and for all but the source types "
        "of all answers.",
    )


@extend_schema_serializer(
    examples=[OpenApiExample("Too few claims shared", examples.ANNOTATORS)]
)
class AnnotatorsOutput(CountedLabels):
    enough_shared = serializers.IntegerField()
    error_rate_labels = serializers.ListField(
        child=serializers.CharField(), help_text="The rows of `error_rates`, in order."
    )
    annotators = AnnotatorStanding(many=True)


class LabelRow(LabelCoefficient):
    ratings = serializers.IntegerField()


class ConfusionRow(serializers.Serializer[object]):
    label = serializers.CharField()  # type: ignore[assignment]
    coincidences = serializers.ListField(
        child=serializers.FloatField(),
        help_text="How often an answer of this label meets each label on a claim.",
    )
    shares = serializers.ListField(
        child=serializers.FloatField(),
        allow_null=True,
        help_text="The same as shares of the row; null if it is empty.",
    )


@extend_schema_serializer(examples=[OpenApiExample("Two labels", examples.LABELS)])
class LabelsOutput(Counted):
    labels = LabelRow(many=True, help_text="Alpha of each against all others as one.")
    confusion = ConfusionRow(many=True, help_text="Symmetric; columns as the rows.")


class CalibrationLevel(CoefficientOutput):
    confidence = serializers.IntegerField()
    word = serializers.CharField()
    ratings = serializers.IntegerField(help_text="On claims with two answers or more.")


@extend_schema_serializer(examples=[OpenApiExample("One level", examples.CALIBRATION)])
class CalibrationOutput(serializers.Serializer[object]):
    scope = serializers.CharField()
    levels = CalibrationLevel(
        many=True, help_text="`value` is the share of peers with the same source type."
    )


@extend_schema_serializer(examples=[OpenApiExample("Source type", examples.METHODS)])
class MethodsOutput(serializers.Serializer[object]):
    text = serializers.CharField()


class LabelShare(serializers.Serializer[object]):
    label = serializers.CharField()  # type: ignore[assignment]
    share = serializers.FloatField(allow_null=True)


class ConsensusFigures(serializers.Serializer[object]):
    asked_at = serializers.DateTimeField()
    started_at = serializers.DateTimeField(allow_null=True)
    finished_at = serializers.DateTimeField()
    engine = serializers.CharField()
    claims = serializers.IntegerField()
    status = Status()
    log_likelihood = serializers.FloatField(allow_null=True)
    iterations = serializers.IntegerField()
    converged = serializers.BooleanField()
    labels = LabelShare(many=True, help_text="How often each label is the true one.")


@extend_schema_serializer(
    examples=[OpenApiExample("Asked for", examples.CONSENSUS["running"])]
)
class RunningConsensus(serializers.ModelSerializer[Consensus]):
    class Meta:
        model = Consensus
        fields = ["asked_at", "started_at"]
        read_only_fields = fields


@extend_schema_serializer(examples=[OpenApiExample("At work", examples.CONSENSUS)])
class ConsensusOutput(serializers.Serializer[ConsensusStanding]):
    newest = ConsensusFigures(allow_null=True)
    running = RunningConsensus(
        allow_null=True, help_text="Asked for or, from `started_at` on, at work."
    )


@method_decorator(gzip_page, name="dispatch")
class PairsView(APIView):
    @extend_schema(parameters=[FigureQuery], responses=PairsOutput)
    def get(self, request: Request, slug: str) -> Response:
        """Give Cohen's kappa of every two annotators."""
        project = find_project(request, slug, Role.LEAD)
        # Already in the shape that is described: a serializer would take longer over
        # a thousand cells than all the computing.
        return Response(pair_figures(project, asked(request, project)))


class PairView(APIView):
    @extend_schema(
        operation_id="projects_agreement_pair_retrieve",
        parameters=[FigureQuery],
        responses=PairOutput,
    )
    def get(self, request: Request, slug: str, one: int, other: int) -> Response:
        """Give two annotators' kappa and confusion; 404 if they share no claim."""
        project = find_project(request, slug, Role.LEAD)
        found = pair_figure(project, asked(request, project), one, other)
        if found is None:
            raise Http404
        return Response(PairOutput(found).data)


@method_decorator(gzip_page, name="dispatch")
class AnnotatorsView(APIView):
    @extend_schema(parameters=[FigureQuery], responses=AnnotatorsOutput)
    def get(self, request: Request, slug: str) -> Response:
        """Say how each annotator stands to the others, where enough is shared."""
        project = find_project(request, slug, Role.LEAD)
        found = annotator_standings(project, asked(request, project))
        return Response(AnnotatorsOutput(found).data)


class LabelsView(APIView):
    @extend_schema(parameters=[FigureQuery], responses=LabelsOutput)
    def get(self, request: Request, slug: str) -> Response:
        """Say how far each label is agreed on, and which others it meets."""
        project = find_project(request, slug, Role.LEAD)
        return Response(
            LabelsOutput(label_figures(project, asked(request, project))).data
        )


class CalibrationView(APIView):
    @extend_schema(parameters=[ScopeQuery], responses=CalibrationOutput)
    def get(self, request: Request, slug: str) -> Response:
        """Say how many peers agree at each level of confidence."""
        project = find_project(request, slug, Role.LEAD)
        scope = scope_asked(request, project)
        return Response(CalibrationOutput(calibration_figures(project, scope)).data)


class MethodsView(APIView):
    @extend_schema(parameters=[FigureQuery], responses=MethodsOutput)
    def get(self, request: Request, slug: str) -> Response:
        """Give a methods paragraph that can be pasted into a paper."""
        project = find_project(request, slug, Role.LEAD)
        return Response({"text": methods_text(project, asked(request, project))})


class ConsensusView(APIView):
    @extend_schema(responses=ConsensusOutput)
    def get(self, request: Request, slug: str) -> Response:
        """Give what Dawid and Skene's model last found; people are in `annotators/`."""
        project = find_project(request, slug, Role.LEAD)
        return Response(ConsensusOutput(consensus_standing(project)).data)

    @extend_schema(request=None, responses={202: RunningConsensus})
    def post(self, request: Request, slug: str) -> Response:
        """
        Ask for a consensus; or give the one that is asked for already.

        It is marked in the database, so 202 holds even while the broker is away.
        """
        project = find_project(request, slug, Role.LEAD)
        running = ask_for_consensus(project=project, now=timezone.now())
        return Response(RunningConsensus(running).data, status=status.HTTP_202_ACCEPTED)
